package org.crossfoot.rule;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.crossfoot.figure.Amount;
import org.crossfoot.rule.EquationText.EquationNotUnderstood;

/** What holds of a check's equation and of a tolerance whatever their texts are. */
public final class FuzzedCheck {

    private FuzzedCheck() {
    }

    public static void fuzzerTestOneInput(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        try {
            Equation equation = EquationText.read(text);
            require(equation.text().equals(text) && !equation.terms().isEmpty(), "no equation: " + equation);
            equation.terms().forEach(term -> require(term.coefficient() != 0, "a term that says nothing: " + equation));
            writtenAnewItIsTheSame(equation);
        } catch (EquationNotUnderstood e) {
            require(!e.getMessage().isBlank(), "no reason is given");
        }
        Tolerance.read(text).ifPresent(FuzzedCheck::givesPeople);
    }

    private static void writtenAnewItIsTheSame(Equation equation) throws EquationNotUnderstood {
        String sum = equation.terms().stream()
                .map(term -> (term.coefficient() < 0 ? "- " : "+ ") + Math.abs(term.coefficient()) + "*" + term.measure())
                .collect(Collectors.joining(" "));
        String anew = (sum.startsWith("+") ? sum.substring(1) : sum) + " " + equation.sign() + " " + equation.constant();
        Equation read = EquationText.read(anew);
        require(read.terms().equals(equation.terms()) && read.sign() == equation.sign()
                && read.constant() == equation.constant(),
                "written anew it is another: " + equation + " and " + read);
    }

    private static void givesPeople(Tolerance tolerance) {
        require(tolerance.peopleFor(0) == tolerance.people(), "people of nothing: " + tolerance);
        long most = tolerance.peopleFor(Amount.LARGEST);
        require(most >= 0 && most <= Amount.LARGEST, "more than there are: " + tolerance);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }
}
