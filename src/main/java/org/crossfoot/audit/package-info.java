/** What an auditor asks: a past revision made again and compared, the story of a discrepancy, what changed and what brought it. */
package org.crossfoot.audit;

