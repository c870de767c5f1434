/** From a report that no settings are for yet to a proposal of some: what its columns look like, and what fits them. */
package org.crossfoot.draft;
