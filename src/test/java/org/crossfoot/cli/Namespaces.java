package org.crossfoot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Network namespaces, each with a link of its own to this machine that can be cut: as a machine each. Linux lets root alone make
 * them, with {@code ip} of iproute2.
 */
final class Namespaces implements AutoCloseable {

    private final Map<String, Integer> links = new TreeMap<>();

    Namespaces(String... names) {
        try {
            for (String name : names) {
                links.put(name, links.size() + 1);
                String within = namespace(name);
                String link = link(name);
                ip("netns add " + within);
                ip("link add " + link + " type veth peer name eth0 netns " + within);
                ip("addr add " + address(name) + "/24 dev " + link);
                ip("link set " + link + " up");
                ip("-n " + within + " addr add 10.213." + links.get(name) + ".2/24 dev eth0");
                ip("-n " + within + " link set eth0 up");
                ip("-n " + within + " link set lo up");
            }
        } catch (AssertionError e) {
            close();
            throw e;
        }
    }

    /** Of this machine, as one of them reaches it. */
    String address(String name) {
        return "10.213." + links.get(name) + ".1";
    }

    /** What goes before a command that is to run within. */
    static List<String> within(String name) {
        return List.of("ip", "netns", "exec", namespace(name));
    }

    /** What is sent is lost from now on, and neither side is told. */
    void cut(String name) {
        ip("link set " + link(name) + " down");
    }

    void join(String name) {
        ip("link set " + link(name) + " up");
    }

    private static String namespace(String name) {
        return "crossfoot-" + name;
    }

    private String link(String name) {
        return "crossfoot" + links.get(name);
    }

    private static void ip(String arguments) {
        List<String> command = new ArrayList<>(List.of("ip"));
        command.addAll(List.of(arguments.split(" ")));
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as("ip " + arguments + ": " + said).isZero();
        } catch (IOException e) {
            throw new AssertionError("there is no ip of iproute2", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** A namespace goes when the last of its sockets does, which is not at once; its link is not to wait for that. */
    @Override
    public void close() {
        AssertionError failed = null;
        for (String name : links.keySet()) {
            for (String taken : List.of("link del " + link(name), "netns del " + namespace(name))) {
                try {
                    ip(taken);
                } catch (AssertionError e) {
                    failed = e;
                }
            }
        }
        if (failed != null) {
            throw failed;
        }
    }
}
