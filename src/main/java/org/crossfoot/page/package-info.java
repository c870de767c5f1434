/** The pages people open: one of all dates, one of each date; made from what the ledger holds, opened without any server. */
package org.crossfoot.page;

