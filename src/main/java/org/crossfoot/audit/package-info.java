/** The past again: a revision made anew from the archive alone, and compared with what was published. */
package org.crossfoot.audit;
