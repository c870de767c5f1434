/** What an auditor asks: a past revision made again and compared, a discrepancy's story, what changed and what brought it. */
package org.crossfoot.audit;

