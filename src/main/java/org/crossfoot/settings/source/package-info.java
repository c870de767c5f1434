/** Reads {@code source.yml}. */
package org.crossfoot.settings.source;
