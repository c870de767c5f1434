/**
 * Looks for a way to lose a night: makes it fail everywhere, kills it, runs it twice at once; {@code scripts/harness} starts it.
 */
package org.crossfoot.harness;

