/** Reports in workbooks (.xlsx): one sheet of it as rows of text, as a CSV report has them. */
package org.crossfoot.intake.workbook;
