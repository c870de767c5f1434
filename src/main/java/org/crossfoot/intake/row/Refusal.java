package org.crossfoot.intake.row;

/**
 * Why a text, or a row, is not taken.
 *
 * @param detail a sentence; may quote the text
 */
public record Refusal(RejectReason reason, String detail) {
}
