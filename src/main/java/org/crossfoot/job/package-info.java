/** The Spring Batch job that moves figures along: receive, intake, reconcile, publish. */
package org.crossfoot.job;

