package org.crossfoot.cli.print;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import org.crossfoot.figure.Amount;
import org.crossfoot.reconcile.outcome.Total;
import org.crossfoot.reconcile.outcome.TotalReasons;

/** Why the totals of a measure and area are what they are, one for each period that ends on the date. */
public record TotalsPage(List<TotalReasons> reasons) implements ExplainAnswer {

    /**
     * A total as JSON has it.
     *
     * @param periodEnd null where it has no end
     * @param best      null where no one value is meant
     * @param highest   null where no upper limit is known
     * @param because   sentences: the total, what was set aside, the steps that lead to its lowest and its highest value
     */
    record ExplainedTotal(String measure, String area, LocalDate periodStart, LocalDate periodEnd, Long best, long lowest,
            Long highest, Total.Basis basis, List<String> sources, List<String> because) {

        static ExplainedTotal of(TotalReasons reasons) {
            Total total = reasons.total();
            return new ExplainedTotal(total.cell().measure(), total.cell().area(), total.cell().period().start(),
                    total.cell().period().end(), total.best(), total.lowest(), total.highest() == Amount.NO_LIMIT ? null
                    : total.highest(), total.basis(), total.sources(), reasons.sentences());
        }
    }

    @Override
    public void print(PrintWriter out) {
        for (TotalReasons each : reasons) {
            List<String> sentences = each.sentences();
            out.println(sentences.get(0));
            sentences.stream().skip(1).forEach(sentence -> StoryPage.line(out, sentence));
        }
    }

    @Override
    public Object data() {
        return reasons.stream().map(ExplainedTotal::of).toList();
    }
}
