package org.crossfoot.harness;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.spi.FileSystemProvider;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Lets operations on files fail: opening, writing, forcing, cutting, listing, making folders and links, renaming, deleting.
 * Asking for attributes and locks never fails, nor does reading what is open.
 */
class FaultyFiles extends FileSystemProvider {

    private final FileSystemProvider real = FileSystems.getDefault().provider();
    private final FileSystem system = new FaultyFileSystem(this);
    private final Fault fault;

    FaultyFiles(Fault fault) {
        this.fault = fault;
    }

    /** The same place, reached through here. */
    Path reach(Path path) {
        return FaultyPath.of(path, system);
    }

    private <T> T guard(String what, Path path, Fault.Operation<T, IOException> operation) throws IOException {
        return fault.guard(what + " " + path, operation, IOException::new);
    }

    private static Path real(Path path) {
        return FaultyPath.real(path);
    }

    @Override
    public String getScheme() {
        return "faulty";
    }

    @Override
    public FileSystem newFileSystem(URI uri, Map<String, ?> environment) {
        throw new UnsupportedOperationException(uri.toString());
    }

    @Override
    public FileSystem getFileSystem(URI uri) {
        return system;
    }

    @Override
    public Path getPath(URI uri) {
        throw new UnsupportedOperationException(uri.toString());
    }

    @Override
    public FileChannel newFileChannel(Path path, Set<? extends OpenOption> options,
            FileAttribute<?>... attributes) throws IOException {
        return guard("open", path, () -> new FaultyChannel(real.newFileChannel(real(path), options, attributes), path, fault));
    }

    @Override
    public SeekableByteChannel newByteChannel(Path path, Set<? extends OpenOption> options,
            FileAttribute<?>... attributes) throws IOException {
        return newFileChannel(path, options, attributes);
    }

    @Override
    public DirectoryStream<Path> newDirectoryStream(Path folder, DirectoryStream.Filter<? super Path> filter) throws IOException {
        return guard("list", folder, () -> {
            List<Path> entries = new ArrayList<>();
            try (DirectoryStream<Path> all = real.newDirectoryStream(real(folder), path -> true)) {
                for (Path entry : all) {
                    if (filter.accept(reach(entry))) {
                        entries.add(reach(entry));
                    }
                }
            }
            return listed(entries);
        });
    }

    private static DirectoryStream<Path> listed(List<Path> entries) {
        return new DirectoryStream<>() {
            @Override
            public Iterator<Path> iterator() {
                return entries.iterator();
            }

            @Override
            public void close() {
            }
        };
    }

    private interface Doing {
        void run() throws IOException;
    }

    private void guarded(String what, Path path, Doing doing) throws IOException {
        guard(what, path, () -> {
            doing.run();
            return null;
        });
    }

    @Override
    public void createDirectory(Path folder, FileAttribute<?>... attributes) throws IOException {
        guarded("make folder", folder, () -> real.createDirectory(real(folder), attributes));
    }

    @Override
    public void createSymbolicLink(Path link, Path target, FileAttribute<?>... attributes) throws IOException {
        guarded("link", link, () -> real.createSymbolicLink(real(link), real(target), attributes));
    }

    @Override
    public void createLink(Path name, Path file) throws IOException {
        guarded("name once more", name, () -> real.createLink(real(name), real(file)));
    }

    @Override
    public void delete(Path path) throws IOException {
        guarded("delete", path, () -> real.delete(real(path)));
    }

    @Override
    public boolean deleteIfExists(Path path) throws IOException {
        return guard("delete", path, () -> real.deleteIfExists(real(path)));
    }

    @Override
    public void copy(Path source, Path target, CopyOption... options) throws IOException {
        guarded("copy", source, () -> real.copy(real(source), real(target), options));
    }

    @Override
    public void move(Path source, Path target, CopyOption... options) throws IOException {
        guarded("rename", source, () -> real.move(real(source), real(target), options));
    }

    @Override
    public Path readSymbolicLink(Path link) throws IOException {
        return reach(real.readSymbolicLink(real(link)));
    }

    @Override
    public boolean isSameFile(Path one, Path other) throws IOException {
        return real.isSameFile(real(one), real(other));
    }

    @Override
    public boolean isHidden(Path path) throws IOException {
        return real.isHidden(real(path));
    }

    @Override
    public FileStore getFileStore(Path path) throws IOException {
        return real.getFileStore(real(path));
    }

    @Override
    public void checkAccess(Path path, AccessMode... modes) throws IOException {
        real.checkAccess(real(path), modes);
    }

    @Override
    public <V extends FileAttributeView> V getFileAttributeView(Path path, Class<V> type, LinkOption... options) {
        return real.getFileAttributeView(real(path), type, options);
    }

    @Override
    public <A extends BasicFileAttributes> A readAttributes(Path path, Class<A> type, LinkOption... options) throws IOException {
        return real.readAttributes(real(path), type, options);
    }

    @Override
    public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options) throws IOException {
        return real.readAttributes(real(path), attributes, options);
    }

    @Override
    public void setAttribute(Path path, String attribute, Object value, LinkOption... options) throws IOException {
        real.setAttribute(real(path), attribute, value, options);
    }
}
