/** Reads crossfoot.yml, areas.csv and waivers.csv, and all settings together. */
package org.crossfoot.settings.read;
