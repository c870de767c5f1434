package org.crossfoot.settings.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.crossfoot.rule.BuiltIn;
import org.crossfoot.rule.EquationText;
import org.crossfoot.rule.EquationText.EquationNotUnderstood;
import org.crossfoot.rule.Rule;
import org.crossfoot.rule.Severity;
import org.crossfoot.rule.Tolerance;
import org.junit.jupiter.api.Test;

class RulesTogetherTest {

    private final List<Rule> rules = new ArrayList<>(List.of(Rule.usual(BuiltIn.SOURCES_AGREE)));

    private RulesTogetherTest check(String id, String equation) throws EquationNotUnderstood {
        return check(id, equation, "0", Severity.ERROR, true);
    }

    private RulesTogetherTest check(String id, String equation, String tolerance, Severity severity, boolean enabled)
            throws EquationNotUnderstood {
        rules.add(new Rule(id, severity, Tolerance.read(tolerance).orElseThrow(), enabled, EquationText.read(equation)));
        return this;
    }

    private List<String> contradiction() {
        return new RulesTogether(rules).contradiction().stream().map(Rule::id).toList();
    }

    private List<String> implied() {
        return new RulesTogether(rules).implied().stream().map(Rule::id).toList();
    }

    @Test
    void twoLimitsThatLeaveNoRoom() throws EquationNotUnderstood {
        check("low", "a >= 10").check("sum", "a + b = c").check("high", "a <= 5");
        assertThat(contradiction()).containsExactly("low", "high");
    }

    @Test
    void aChainOfThree() throws EquationNotUnderstood {
        check("one", "a <= b").check("two", "b <= c").check("three", "c + 1 <= a");
        assertThat(contradiction()).containsExactly("one", "two", "three");
    }

    @Test
    void wholeNumbersThatFractionsWouldFulfil() throws EquationNotUnderstood {
        check("twice", "2*a = b").check("low", "b >= 3").check("high", "b <= 3");
        assertThat(contradiction()).containsExactly("twice", "low", "high");
    }

    @Test
    void rulesThatLeaveRoomDoNotContradictEachOther() throws EquationNotUnderstood {
        check("sum", "a + b = c").check("less", "d <= c").check("low", "a >= 10");
        assertThat(contradiction()).isEmpty();
        assertThat(implied()).isEmpty();
    }

    @Test
    void onlyRulesThatBindAreAsked() throws EquationNotUnderstood {
        check("low", "a >= 10").check("info", "a <= 5", "0", Severity.INFO, true)
                .check("off", "a <= 5", "0", Severity.ERROR, false)
                .check("percent", "a <= 5", "50%", Severity.ERROR, true).check("tolerant", "a <= 5", "5", Severity.ERROR, true);
        assertThat(contradiction()).isEmpty();
    }

    @Test
    void aRuleThatOthersSayAlready() throws EquationNotUnderstood {
        check("sum", "a + b = c").check("part", "a <= c").check("other", "d <= a").check("chain", "d <= c");
        assertThat(implied()).containsExactly("part", "chain");
    }

    @Test
    void twoThatSayTheSameAreBothNamed() throws EquationNotUnderstood {
        check("one", "a = b").check("two", "b = a");
        assertThat(implied()).containsExactly("one", "two");
    }
}
