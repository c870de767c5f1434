/** The commands: one class each, with their options, exit codes and what they print. */
package org.crossfoot.cli;

