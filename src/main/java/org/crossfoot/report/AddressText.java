package org.crossfoot.report;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** A text as addresses hold it (RFC 3986): what is not reserved, and slashes, stand for themselves. */
public final class AddressText {

    private static final String PLAIN = "0123456789-._~/";

    private AddressText() {
    }

    public static String of(String text) {
        StringBuilder address = new StringBuilder();
        for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
            char sign = (char) (each & 0xff);
            if (sign >= 'a' && sign <= 'z' || sign >= 'A' && sign <= 'Z' || PLAIN.indexOf(sign) >= 0) {
                address.append(sign);
            } else {
                address.append('%').append(HexFormat.of().withUpperCase().toHexDigits(each));
            }
        }
        return address.toString();
    }
}
