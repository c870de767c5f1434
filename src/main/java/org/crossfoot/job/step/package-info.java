/** What the steps of the job do. */
package org.crossfoot.job.step;
