package org.hornsten.web;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Locale;
import org.hornsten.kit.Multilingual;
import org.hornsten.kit.Refused;

/**
 * Words for a key in a language. The key {@code draft:round_closed} is the method {@code round_closed} of the bundle
 * {@code org.hornsten.hearing.HearingMessages}.
 */
@ApplicationScoped
public class Tongue {
    private static final String DEFAULT = "en";

    /** @throws IllegalArgumentException when no bundle has the key */
    public String say(String language, String key, Object... arguments) {
        String[] roomAndName = key.split(":", 2);
        if (roomAndName.length != 2) throw new IllegalArgumentException("Not a key of a room: " + key);
        Object bundle = in(bundle(roomAndName[0]), language);
        Method method = Arrays.stream(bundle(roomAndName[0]).getMethods())
                .filter(m -> m.getName().equals(roomAndName[1])).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No words for " + key));
        return call(bundle, method, arguments);
    }

    public String say(String language, Refused refused) {
        return say(language, refused.key, refused.arguments.toArray());
    }

    /** All words of one room. */
    public <T> T in(Class<T> bundle, String language) {
        String plain = Multilingual.plain(language);
        return plain.equals(DEFAULT) || !Multilingual.LANGUAGES.contains(plain)
                ? MessageBundles.get(bundle)
                : MessageBundles.get(bundle, Localized.Literal.of(plain));
    }

    private static Class<?> bundle(String room) {
        String name = "org.hornsten.%s.%s%sMessages"
                .formatted(room, room.substring(0, 1).toUpperCase(Locale.ROOT), room.substring(1));
        try {
            return Class.forName(name, true, Thread.currentThread().getContextClassLoader());
        } catch (ClassNotFoundException absent) {
            throw new IllegalArgumentException("No words for the room " + room, absent);
        }
    }

    private static String call(Object bundle, Method method, Object... arguments) {
        Class<?>[] wanted = method.getParameterTypes();
        Object[] given = Arrays.copyOf(arguments, wanted.length);
        for (int i = 0; i < wanted.length; i++)
            if (wanted[i] == String.class) given[i] = String.valueOf(given[i]);
        try {
            return (String) method.invoke(bundle, given);
        } catch (IllegalAccessException | InvocationTargetException broken) {
            throw new IllegalArgumentException("The words of " + method + " cannot be said", broken);
        }
    }
}
