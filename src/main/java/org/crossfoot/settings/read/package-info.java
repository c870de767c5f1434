/** Reads crossfoot.yml, areas.csv, waivers.csv and each source.yml, and all settings together. */
package org.crossfoot.settings.read;
