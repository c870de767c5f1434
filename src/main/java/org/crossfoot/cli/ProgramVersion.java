package org.crossfoot.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The program's version, as the build wrote it. */
final class ProgramVersion implements IVersionProvider {

    static String number() throws IOException {
        Properties properties = new Properties();
        try (InputStream file = ProgramVersion.class.getResourceAsStream("/application.properties")) {
            properties.load(file);
        }
        return properties.getProperty("crossfoot.version");
    }

    @Override
    public String[] getVersion() throws IOException {
        return new String[] {"crossfoot " + number()};
    }
}
