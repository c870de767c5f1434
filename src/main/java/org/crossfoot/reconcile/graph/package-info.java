/** The cells of a date by number, the relations that tie them, and the components they fall into. */
package org.crossfoot.reconcile.graph;
