/** What an auditor asks: the story of a discrepancy, what changed from one revision to another, and what brought it. */
package org.crossfoot.audit;
