/** YAML and CSV as far as texts, and how mistakes in them are told. */
package org.crossfoot.settings.text;
