package org.crossfoot.report;

import java.time.LocalDate;
import java.util.List;
import org.crossfoot.reconcile.outcome.Explanation.Bounds;
import org.crossfoot.reconcile.outcome.Explanation.EqualTrust;
import org.crossfoot.reconcile.outcome.Explanation.Mention;
import org.crossfoot.reconcile.outcome.Explanation.Statement;
import org.crossfoot.reconcile.outcome.Explanation;
import tools.jackson.core.JsonGenerator;

/**
 * Writes explanations as JSON, each component of the records under its name and in its order: a date has tens of thousands of
 * them, for which finding them by reflection takes longer than writing them.
 */
final class ExplanationWriter {

    private final JsonGenerator json;

    ExplanationWriter(JsonGenerator json) {
        this.json = json;
    }

    void write(Explanation one) {
        json.writeStartObject();
        json.writeStringProperty("headline", one.headline());
        json.writeArrayPropertyStart("statements");
        one.statements().forEach(this::statement);
        json.writeEndArray();
        json.writeNumberProperty("statementsInAll", one.statementsInAll());
        texts("arithmetic", one.arithmetic());
        json.writeNumberProperty("tolerance", one.tolerance());
        mentions("conflict", one.conflict());
        mentions("blamed", one.blamed());
        mentions("tied", one.tied());
        json.writeArrayPropertyStart("repairs");
        for (List<Mention> repair : one.repairs()) {
            json.writeStartArray();
            repair.forEach(this::mention);
            json.writeEndArray();
        }
        json.writeEndArray();
        json.writeBooleanProperty("moreRepairs", one.moreRepairs());
        json.writeNumberProperty("cost", one.cost());
        json.writeStringProperty("verdict", one.verdict() == null ? null : one.verdict().toString());
        json.writeStringProperty("reason", one.reason());
        json.writeName("equalTrust");
        equalTrust(one.equalTrust());
        json.writeArrayPropertyStart("bounds");
        one.bounds().forEach(this::bounds);
        json.writeEndArray();
        json.writeStringProperty("possibleCause", one.possibleCause());
        json.writeEndObject();
    }

    private void statement(Statement one) {
        json.writeStartObject();
        json.writeNumberProperty("number", one.number());
        json.writeStringProperty("source", one.source());
        json.writeStringProperty("publisher", one.publisher());
        json.writeStringProperty("quoting", one.quoting());
        day("published", one.published());
        json.writeStringProperty("file", one.file());
        json.writeNumberProperty("line", one.line());
        json.writeStringProperty("statement", one.statement());
        json.writeStringProperty("about", one.about());
        json.writeStringProperty("measure", one.measure());
        texts("areas", one.areas());
        day("periodStart", one.periodStart());
        day("periodEnd", one.periodEnd());
        json.writeStringProperty("asPrinted", one.asPrinted());
        json.writeNumberProperty("lowest", one.lowest());
        limit("highest", one.highest());
        json.writeNumberProperty("trust", one.trust());
        json.writeBooleanProperty("derived", one.derived());
        json.writeStringProperty("note", one.note());
        texts("repeatedBy", one.repeatedBy());
        json.writeEndObject();
    }

    private void mentions(String name, List<Mention> mentions) {
        json.writeArrayPropertyStart(name);
        mentions.forEach(this::mention);
        json.writeEndArray();
    }

    private void mention(Mention one) {
        json.writeStartObject();
        json.writeNumberProperty("statement", one.statement());
        texts("areas", one.areas());
        json.writeEndObject();
    }

    private void equalTrust(EqualTrust one) {
        if (one == null) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        json.writeBooleanProperty("same", one.same());
        mentions("blamed", one.blamed());
        json.writeEndObject();
    }

    private void bounds(Bounds one) {
        json.writeStartObject();
        json.writeStringProperty("about", one.about());
        json.writeStringProperty("measure", one.measure());
        json.writeStringProperty("area", one.area());
        day("periodStart", one.periodStart());
        day("periodEnd", one.periodEnd());
        limit("printedLowest", one.printedLowest());
        limit("printedHighest", one.printedHighest());
        json.writeNumberProperty("best", one.best());
        json.writeNumberProperty("lowest", one.lowest());
        limit("highest", one.highest());
        json.writeStringProperty("basis", one.basis());
        json.writeEndObject();
    }

    private void texts(String name, List<String> texts) {
        json.writeArrayPropertyStart(name);
        texts.forEach(json::writeString);
        json.writeEndArray();
    }

    private void day(String name, LocalDate day) {
        json.writeStringProperty(name, day == null ? null : day.toString());
    }

    private void limit(String name, Long limit) {
        if (limit == null) {
            json.writeNullProperty(name);
        } else {
            json.writeNumberProperty(name, limit.longValue());
        }
    }
}
