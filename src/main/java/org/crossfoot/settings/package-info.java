/**
 * {@code crossfoot.yml}, {@code areas.csv}, {@code waivers.csv} and every {@code source.yml}: read, checked, and explained where
 * they are wrong.
 */
package org.crossfoot.settings;

