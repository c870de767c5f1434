package org.crossfoot.harness;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;

/** An open file of which writing, forcing and cutting may fail; closing never does. */
final class FaultyChannel extends FileChannel {

    private final FileChannel real;
    private final Path path;
    private final Fault fault;

    FaultyChannel(FileChannel real, Path path, Fault fault) {
        this.real = real;
        this.path = path;
        this.fault = fault;
    }

    private <T> T guard(String what, Fault.Operation<T, IOException> operation) throws IOException {
        return fault.guard(what + " " + path, operation, IOException::new);
    }

    @Override
    public int write(ByteBuffer bytes) throws IOException {
        return guard("write", () -> real.write(bytes));
    }

    @Override
    public long write(ByteBuffer[] bytes, int offset, int length) throws IOException {
        return guard("write", () -> real.write(bytes, offset, length));
    }

    @Override
    public int write(ByteBuffer bytes, long position) throws IOException {
        return guard("write", () -> real.write(bytes, position));
    }

    @Override
    public FileChannel truncate(long size) throws IOException {
        guard("cut", () -> real.truncate(size));
        return this;
    }

    @Override
    public void force(boolean metadata) throws IOException {
        guard("force", () -> {
            real.force(metadata);
            return null;
        });
    }

    @Override
    public int read(ByteBuffer bytes) throws IOException {
        return real.read(bytes);
    }

    @Override
    public long read(ByteBuffer[] bytes, int offset, int length) throws IOException {
        return real.read(bytes, offset, length);
    }

    @Override
    public int read(ByteBuffer bytes, long position) throws IOException {
        return real.read(bytes, position);
    }

    @Override
    public long position() throws IOException {
        return real.position();
    }

    @Override
    public FileChannel position(long position) throws IOException {
        real.position(position);
        return this;
    }

    @Override
    public long size() throws IOException {
        return real.size();
    }

    @Override
    public long transferTo(long position, long count, WritableByteChannel target) throws IOException {
        return real.transferTo(position, count, target);
    }

    @Override
    public long transferFrom(ReadableByteChannel source, long position, long count) throws IOException {
        return real.transferFrom(source, position, count);
    }

    @Override
    public MappedByteBuffer map(MapMode mode, long position, long size) throws IOException {
        return real.map(mode, position, size);
    }

    @Override
    public FileLock lock(long position, long size, boolean shared) throws IOException {
        return real.lock(position, size, shared);
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) throws IOException {
        return real.tryLock(position, size, shared);
    }

    @Override
    protected void implCloseChannel() throws IOException {
        real.close();
    }
}
