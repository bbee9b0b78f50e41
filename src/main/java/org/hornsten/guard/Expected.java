package org.hornsten.guard;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MultivaluedMap;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.hornsten.identity.Me;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.WithFormRead;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.multipart.FormData;

/**
 * A form holds the fields its verb asks for and no others: a role, an owner or a day of making that somebody adds is
 * refused, not overlooked. Forms whose fields the data decides (one for each question) take their whole map.
 */
public class Expected {
    /** The id that a form is made with, so that sending it twice counts once. */
    public static final String SUBMISSION = "submission";
    private static final List<String> EVERYWHERE = List.of(Forgery.FIELD, SUBMISSION);
    private static final Map<Method, Optional<Set<String>>> KNOWN = new ConcurrentHashMap<>();

    private final Me me;

    Expected(Me me) {
        this.me = me;
    }

    @ServerRequestFilter
    @WithFormRead
    public void refuseOthers(ResourceInfo asked) {
        FormData sent = CurrentRequestManager.get().getFormData();
        if (me.api() || sent == null || asked.getResourceMethod() == null) return;
        KNOWN.computeIfAbsent(asked.getResourceMethod(), Expected::fields).ifPresent(fields -> {
            for (String name : sent) if (!fields.contains(name)) throw new BadRequestException();
        });
    }

    /** Names of the fields a verb asks for; nothing when it takes whatever comes. */
    static Optional<Set<String>> fields(Method verb) {
        Set<String> fields = new HashSet<>(EVERYWHERE);
        for (Parameter parameter : verb.getParameters()) {
            if (parameter.getType() == MultivaluedMap.class) return Optional.empty();
            add(parameter, parameter.getName(), parameter.getType(), fields);
        }
        return Optional.of(fields);
    }

    private static void add(AnnotatedElement place, String name, Class<?> type, Set<String> fields) {
        RestForm field = place.getAnnotation(RestForm.class);
        if (field != null) fields.add(field.value().isEmpty() ? name : field.value());
        else if (place.isAnnotationPresent(FormParam.class)) fields.add(place.getAnnotation(FormParam.class).value());
        else if (place.isAnnotationPresent(BeanParam.class) || type.isRecord())
            // a record may hold a constant of its own kind
            for (Field part : type.getDeclaredFields())
                if (!Modifier.isStatic(part.getModifiers())) add(part, part.getName(), part.getType(), fields);
    }
}
