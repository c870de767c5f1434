package org.crossfoot.harness;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;

/**
 * Stands before a database and lets calls fail: connecting, executing in every form, commit, rollback, and setting autocommit,
 * which would commit what a failed rollback left. Reading rows never fails.
 */
final class FaultyDatabase implements UnaryOperator<DataSource> {

    private final Fault fault;

    FaultyDatabase(Fault fault) {
        this.fault = fault;
    }

    @Override
    public DataSource apply(DataSource database) {
        return before(DataSource.class, database);
    }

    private <T> T before(Class<T> type, Object target) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            Object result = mayFail(method) ? fault.guard(method.getName(), () -> call(target, method, arguments),
                    SQLException::new)
                    : call(target, method, arguments);
            boolean leadsOn = result instanceof Connection || result instanceof Statement;
            return leadsOn && method.getReturnType().isInterface() ? before(method.getReturnType(), result) : result;
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static boolean mayFail(Method method) {
        String name = method.getName();
        return name.startsWith("execute") || name.equals("getConnection") && method.getDeclaringClass() == DataSource.class
                || name.equals("commit") || name.equals("rollback") || name.equals("setAutoCommit");
    }

    private static Object call(Object target, Method method, Object[] arguments) throws SQLException {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof SQLException thrown) {
                throw thrown;
            }
            throw new IllegalStateException(method.toString(), e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(method.toString(), e);
        }
    }
}
