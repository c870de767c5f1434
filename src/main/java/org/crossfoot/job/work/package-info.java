/** Taking part in a night from other machines: seats, who sits on them, and what a night hands to them. A ledger on a server alone. */
package org.crossfoot.job.work;
