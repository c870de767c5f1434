package org.crossfoot.report;

import java.time.LocalDate;
import java.util.List;
import org.crossfoot.reconcile.Explanation;
import org.crossfoot.reconcile.Explanation.Bounds;
import org.crossfoot.reconcile.Explanation.EqualTrust;
import org.crossfoot.reconcile.Explanation.Mention;
import org.crossfoot.reconcile.Explanation.Statement;

/**
 * Writes explanations as JSON, each component of the records under its name and in its order: a date has tens of thousands of
 * them, for which finding them by reflection takes longer than writing them.
 */
final class ExplanationWriter {

    private final JsonWriter json;

    ExplanationWriter(JsonWriter json) {
        this.json = json;
    }

    void write(Explanation one) {
        json.beginObject();
        json.member("headline").value(one.headline());
        json.member("statements").beginArray();
        one.statements().forEach(this::statement);
        json.endArray();
        json.member("statementsInAll").value(one.statementsInAll());
        texts("arithmetic", one.arithmetic());
        json.member("tolerance").value(one.tolerance());
        mentions("conflict", one.conflict());
        mentions("blamed", one.blamed());
        mentions("tied", one.tied());
        json.member("repairs").beginArray();
        for (List<Mention> repair : one.repairs()) {
            json.element().beginArray();
            repair.forEach(this::mention);
            json.endArray();
        }
        json.endArray();
        json.member("moreRepairs").value(one.moreRepairs());
        json.member("cost").value(one.cost());
        json.member("verdict").value(one.verdict() == null ? null : one.verdict().toString());
        json.member("reason").value(one.reason());
        json.member("equalTrust");
        equalTrust(one.equalTrust());
        json.member("bounds").beginArray();
        one.bounds().forEach(this::bounds);
        json.endArray();
        json.member("possibleCause").value(one.possibleCause());
        json.endObject();
    }

    private void statement(Statement one) {
        json.element().beginObject();
        json.member("number").value(one.number());
        json.member("source").value(one.source());
        json.member("publisher").value(one.publisher());
        json.member("quoting").value(one.quoting());
        day("published", one.published());
        json.member("file").value(one.file());
        json.member("line").value(one.line());
        json.member("statement").value(one.statement());
        json.member("about").value(one.about());
        json.member("measure").value(one.measure());
        texts("areas", one.areas());
        day("periodStart", one.periodStart());
        day("periodEnd", one.periodEnd());
        json.member("asPrinted").value(one.asPrinted());
        json.member("lowest").value(one.lowest());
        limit("highest", one.highest());
        json.member("trust").value(one.trust());
        json.member("derived").value(one.derived());
        json.member("note").value(one.note());
        texts("repeatedBy", one.repeatedBy());
        json.endObject();
    }

    private void mentions(String name, List<Mention> mentions) {
        json.member(name).beginArray();
        mentions.forEach(this::mention);
        json.endArray();
    }

    private void mention(Mention one) {
        json.element().beginObject();
        json.member("statement").value(one.statement());
        texts("areas", one.areas());
        json.endObject();
    }

    private void equalTrust(EqualTrust one) {
        if (one == null) {
            json.nothing();
            return;
        }
        json.beginObject();
        json.member("same").value(one.same());
        mentions("blamed", one.blamed());
        json.endObject();
    }

    private void bounds(Bounds one) {
        json.element().beginObject();
        json.member("about").value(one.about());
        json.member("measure").value(one.measure());
        json.member("area").value(one.area());
        day("periodStart", one.periodStart());
        day("periodEnd", one.periodEnd());
        limit("printedLowest", one.printedLowest());
        limit("printedHighest", one.printedHighest());
        json.member("best").value(one.best());
        json.member("lowest").value(one.lowest());
        limit("highest", one.highest());
        json.member("basis").value(one.basis());
        json.endObject();
    }

    private void texts(String name, List<String> texts) {
        json.member(name).beginArray();
        texts.forEach(text -> json.element().value(text));
        json.endArray();
    }

    private void day(String name, LocalDate day) {
        json.member(name).value(day == null ? null : day.toString());
    }

    private void limit(String name, Long limit) {
        json.member(name);
        if (limit == null) {
            json.nothing();
        } else {
            json.value(limit.longValue());
        }
    }
}
