package org.crossfoot.ledger.archive;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/** Where packed bytes stand by a name that is theirs alone; what is packed, and whether it is whole, it does not know. */
public interface ArchivePlace {

    /** Bytes that stand under no name yet, and go when it is closed, unless they were kept. */
    interface Draft extends Closeable {

        OutputStream out();

        /** Has what was written stand under a name for good, in the place of what stood there. */
        void keep(String name) throws IOException;
    }

    Draft draft() throws IOException;

    /** @throws java.nio.file.NoSuchFileException where nothing stands under the name */
    InputStream open(String name) throws IOException;

    boolean has(String name);

    /** How it looks from outside; where that is as before, so is what stands there. Empty where it cannot be told. */
    Optional<String> look(String name);

    List<String> names() throws IOException;

    /** In bytes, of all that stands there. */
    long size() throws IOException;

    /** Takes away what a killed process left half kept; returns how many that were. */
    int clean() throws IOException;
}
