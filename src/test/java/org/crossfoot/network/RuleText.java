package org.crossfoot.network;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.crossfoot.network.Network.Sum;

/** A linear rule as text, such as {@code c - 0.6*t >= 0}, over whole numbers: a strict comparison moves by one. */
final class RuleText {

    private static final Pattern COMPARISON = Pattern.compile("(.+?)(==|<=|>=|<|>)(.+)");
    private static final Pattern TERM = Pattern.compile("([+-]?)(?:(\\d+(?:\\.\\d+)?)(?:\\*([A-Za-z]\\w*))?|([A-Za-z]\\w*))");

    private final Map<String, BigDecimal> coefficients = new LinkedHashMap<>();
    private final String comparison;
    private BigDecimal constant = BigDecimal.ZERO;

    RuleText(String text) {
        Matcher sides = COMPARISON.matcher(text.replace(" ", ""));
        if (!sides.matches()) {
            throw new IllegalArgumentException(text);
        }
        comparison = sides.group(2);
        read(sides.group(1), BigDecimal.ONE);
        read(sides.group(3), BigDecimal.ONE.negate());
    }

    private void read(String side, BigDecimal sign) {
        Matcher term = TERM.matcher(side);
        int end = 0;
        while (end < side.length() && term.find(end) && term.start() == end) {
            BigDecimal factor = term.group(2) == null ? BigDecimal.ONE : new BigDecimal(term.group(2));
            BigDecimal signed = factor.multiply(sign)
                    .multiply(term.group(1).equals("-") ? BigDecimal.ONE.negate() : BigDecimal.ONE);
            String name = term.group(3) == null ? term.group(4) : term.group(3);
            if (name == null) {
                constant = constant.subtract(signed);
            } else {
                coefficients.merge(name, signed, BigDecimal::add);
            }
            end = term.end();
        }
        if (end < side.length()) {
            throw new IllegalArgumentException(side);
        }
    }

    Iterable<String> names() {
        return coefficients.keySet();
    }

    /** The same in whole numbers: a factor of ten per decimal. */
    Sum sum(Map<String, Integer> cellOf) {
        int scale = Math.max(constant.scale(), coefficients.values().stream().mapToInt(BigDecimal::scale).max().orElseThrow());
        int[] cells = coefficients.keySet().stream().mapToInt(cellOf::get).toArray();
        BigInteger divisor = whole(constant, scale);
        for (BigDecimal coefficient : coefficients.values()) {
            divisor = divisor.gcd(whole(coefficient, scale));
        }
        BigInteger common = divisor;
        long[] factors = coefficients.values().stream().mapToLong(each -> whole(each, scale).divide(common).longValueExact())
                .toArray();
        long limit = whole(constant, scale).divide(common).longValueExact();
        return switch (comparison) {
            case "==" -> new Sum(cells, factors, limit, limit);
            case "<=" -> new Sum(cells, factors, Network.NO_LOWEST, limit);
            case "<" -> new Sum(cells, factors, Network.NO_LOWEST, limit - 1);
            case ">=" -> new Sum(cells, factors, limit, Network.NO_HIGHEST);
            default -> new Sum(cells, factors, limit + 1, Network.NO_HIGHEST);
        };
    }

    private static BigInteger whole(BigDecimal number, int scale) {
        return number.setScale(scale).unscaledValue();
    }
}
