/** Opening the ledger: its lock, its seal, what damage is told, and how failures are worded. */
package org.crossfoot.store;
