/** Answers as text for terminals. */
package org.crossfoot.cli.print;
