package org.crossfoot.store;

/** The ledger was written by a newer program, which this one would damage; the message says what to do. */
public final class NewerLedger extends JobFailure {

    private static final long serialVersionUID = 1L;

    NewerLedger(Workspace workspace) {
        super(workspace.database() + ": was written by a newer Crossfoot, and this one leaves it alone; use that one, or another --output", null);
    }
}
