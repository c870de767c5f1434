package org.crossfoot.intake;

/**
 * Why a text, or a row, is not taken.
 *
 * @param detail a sentence; may quote the text
 */
record Refusal(RejectReason reason, String detail) {
}
