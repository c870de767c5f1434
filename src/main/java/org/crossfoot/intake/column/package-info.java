/** What the columns of a report are used for, and which look like a person's. */
package org.crossfoot.intake.column;
