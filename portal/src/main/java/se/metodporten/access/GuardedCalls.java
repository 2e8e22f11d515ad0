package se.metodporten.access;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.lang.reflect.Modifier;

/** Fails every public service call that ends well without having asked the {@link Guard}; runs inside the transaction. */
@Guarded
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
public class GuardedCalls {

    @AroundInvoke
    Object guard(InvocationContext call) throws Exception {
        if (!Modifier.isPublic(call.getMethod().getModifiers())) {
            return call.proceed();
        }
        boolean checked = false;
        Object answer;
        Checks.enter();
        try {
            answer = call.proceed();
        } finally {
            checked = Checks.leave();
        }
        if (!checked) {
            throw new IllegalStateException("No permission was checked in " + call.getMethod());
        }
        return answer;
    }
}
