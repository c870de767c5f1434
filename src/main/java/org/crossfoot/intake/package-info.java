/** From a report's bytes to figures and rejects. */
package org.crossfoot.intake;

