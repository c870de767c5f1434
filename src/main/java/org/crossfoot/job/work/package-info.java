/** Taking part in a night from other machines: seats, and who sits on them. Of a ledger on a server alone. */
package org.crossfoot.job.work;
