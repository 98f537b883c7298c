package backstep.server;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Executable;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;

/** A component of a record must be there, and not be null, unless the record says that it is {@link Nullable}. */
final class Requiredness extends JacksonAnnotationIntrospector {

    private static final long serialVersionUID = 1L;

    @Override
    public @Nullable Boolean hasRequiredMarker(MapperConfig<?> config, AnnotatedMember member) {
        return member instanceof AnnotatedParameter parameter ? !mayBeNull(parameter) : null;
    }

    @Override
    public JsonSetter.Value findSetterInfo(MapperConfig<?> config, Annotated annotated) {
        return annotated instanceof AnnotatedParameter parameter
                ? JsonSetter.Value.construct(mayBeNull(parameter) ? Nulls.SET : Nulls.FAIL, Nulls.FAIL)
                : JsonSetter.Value.empty();
    }

    private static boolean mayBeNull(AnnotatedParameter parameter) {
        if (!(parameter.getOwner().getAnnotated() instanceof Executable maker)) {
            return true;
        }
        AnnotatedType type = maker.getAnnotatedParameterTypes()[parameter.getIndex()];
        return type.isAnnotationPresent(Nullable.class);
    }
}
