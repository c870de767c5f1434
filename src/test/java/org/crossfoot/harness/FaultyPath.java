package org.crossfoot.harness;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.FileSystem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A path of the machine that says it belongs to a {@link FaultyFileSystem}; every path made from it does too. */
final class FaultyPath implements InvocationHandler {

    private final Path real;
    private final FileSystem system;

    private FaultyPath(Path real, FileSystem system) {
        this.real = real;
        this.system = system;
    }

    static Path of(Path real, FileSystem system) {
        return (Path) Proxy.newProxyInstance(FaultyPath.class.getClassLoader(), new Class<?>[] {Path.class},
                new FaultyPath(real, system));
    }

    /** The machine's path. */
    static Path real(Path path) {
        return (Path) unwrapped(path);
    }

    private static Object unwrapped(Object value) {
        return value instanceof Proxy && Proxy.getInvocationHandler(value) instanceof FaultyPath wrapping ? wrapping.real : value;
    }

    private Object wrapped(Object value) {
        return value instanceof Path path ? of(path, system) : value;
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        if (method.getName().equals("getFileSystem")) {
            return system;
        }
        if (method.getName().equals("iterator")) {
            List<Object> names = new ArrayList<>();
            real.forEach(name -> names.add(wrapped(name)));
            return names.iterator();
        }
        Object[] plain = arguments == null ? null : Arrays.stream(arguments).map(FaultyPath::unwrapped).toArray();
        try {
            return wrapped(method.invoke(real, plain));
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
