package se.metodporten.scorm.runtime;

import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import se.metodporten.scorm.Standard;
import se.metodporten.scorm.runtime.ValueType.Fault;

/** The elements of a standard, their types and access: {@code cmi-1.2.json} and {@code cmi-2004.json}. */
public final class DataModel {

    /** Longer names are never looked up: no element's is near. */
    private static final int LONGEST_NAME = 255;

    /** Rows of an array; the player holds to it too. */
    static final int MOST_ROWS = 2_000;

    /** An index has one way to be written, or one row would have two names. */
    private static final Pattern WRITTEN_WITH_ZERO = Pattern.compile("\\.0[0-9]+(\\.|$)");

    private static final DataModel SCORM_1_2 = DataTable.read("cmi-1.2.json");
    private static final DataModel SCORM_2004 = DataTable.read("cmi-2004.json");

    private final Map<String, DataElement> elements;
    private final Map<String, ValueType> types;
    private final Set<String> containers = new HashSet<>();
    private final Set<String> keywords;
    private final Formats formats;
    private final Responses responses;

    DataModel(List<DataElement> elements, List<ValueType> types, Set<String> keywords, Set<String> languages) {
        this.keywords = keywords;
        this.formats = new Formats(languages);
        this.responses = new Responses(formats);
        this.types = new LinkedHashMap<>();
        types.forEach(type -> this.types.put(type.name(), type));
        this.elements = new LinkedHashMap<>();
        for (DataElement element : elements) {
            this.elements.put(element.name(), element);
            for (int dot = element.name().lastIndexOf('.');
                    dot > 0;
                    dot = element.name().lastIndexOf('.', dot - 1)) {
                containers.add(element.name().substring(0, dot));
            }
        }
    }

    public static DataModel of(Standard standard) {
        return switch (standard) {
            case SCORM_1_2 -> SCORM_1_2;
            case SCORM_2004 -> SCORM_2004;
        };
    }

    Formats formats() {
        return formats;
    }

    public Collection<DataElement> elements() {
        return Collections.unmodifiableCollection(elements.values());
    }

    /** Why content may not set the element to the value, after what it has said before; empty when it may. */
    Optional<Fault> faultOfSet(String name, String value, Said said) {
        if (name.length() > LONGEST_NAME) {
            return refused(ErrorCode.NOT_IMPLEMENTED, "no element has so long a name");
        }
        String pattern = ElementName.withoutIndices(name);
        DataElement element = elements.get(pattern);
        if (element == null) {
            return unknown(pattern);
        }
        if (element.role() == DataElement.Role.KEYWORD) {
            return refused(ErrorCode.KEYWORD, "a keyword cannot be set");
        }
        if (!element.access().writable()) {
            return refused(ErrorCode.READ_ONLY, "content may only read it");
        }
        return faultOfIndex(element, name, said)
                .or(() -> faultOfNeeds(element, name, said))
                .or(() -> faultOfCount(element, name, said))
                .or(() -> typeOf(element).fault(value, formats))
                .or(() -> faultOfAnswer(element, name, value, said))
                .or(() -> faultOfRow(element, name, value, said));
    }

    /** Why a value cannot be given to content as this element; empty if it can. For what manifests bring. */
    public Optional<String> faultOfGiven(String name, String value) {
        return typeOf(element(name)).fault(value, formats).map(Fault::why);
    }

    /** The row of an element that {@link #faultOfSet} found nothing wrong with. */
    DataElement element(String name) {
        DataElement element = elements.get(ElementName.withoutIndices(name));
        if (element == null) {
            throw new IllegalArgumentException(name);
        }
        return element;
    }

    ValueType typeOf(DataElement element) {
        ValueType type = types.get(element.type());
        if (type == null) {
            throw new IllegalStateException("the table names no type " + element.type());
        }
        return type;
    }

    private Optional<Fault> unknown(String pattern) {
        int dot = pattern.lastIndexOf('.');
        String parent = pattern.substring(0, Math.max(0, dot));
        if (keywords.contains(pattern.substring(dot + 1))
                && (elements.containsKey(parent) || containers.contains(parent))) {
            return refused(ErrorCode.KEYWORD, "a keyword cannot be set");
        }
        return refused(
                ErrorCode.NOT_IMPLEMENTED,
                containers.contains(pattern)
                        ? "it holds other elements and has no value of its own"
                        : "no such element");
    }

    private static Optional<Fault> faultOfIndex(DataElement element, String name, Said said) {
        if (WRITTEN_WITH_ZERO.matcher(name).find()) {
            return refused(ErrorCode.INVALID_ARGUMENT, "an index has no zero before it");
        }
        for (Map.Entry<String, Integer> index : ElementName.indices(name).entrySet()) {
            int count = said.count(index.getKey());
            // the rows of shared data are the manifest's
            int next = element.role() == DataElement.Role.SHARED ? count - 1 : count;
            if (index.getValue() > next || index.getValue() >= MOST_ROWS) {
                return refused(ErrorCode.INVALID_ARGUMENT, index.getKey() + " has " + count + " rows");
            }
        }
        return Optional.empty();
    }

    private static Optional<Fault> faultOfNeeds(DataElement element, String name, Said said) {
        if (element.needs() == null || said.value(ElementName.withIndicesOf(name, element.needs())) != null) {
            return Optional.empty();
        }
        return refused(ErrorCode.DEPENDENCY, element.needs() + " must be set first");
    }

    private Optional<Fault> faultOfCount(DataElement element, String name, Said said) {
        boolean full = typeOf(element).isPattern()
                && Responses.hasOnePattern(interactionType(element, name, said))
                && ElementName.lastRow(name).getValue() > 0;
        return full
                ? refused(ErrorCode.INVALID_ARGUMENT, "an interaction of this type has one right answer")
                : Optional.empty();
    }

    private Optional<Fault> faultOfAnswer(DataElement element, String name, String value, Said said) {
        ValueType type = typeOf(element);
        if (!type.isResponse() && !type.isPattern()) {
            return Optional.empty();
        }
        String interaction = interactionType(element, name, said);
        boolean right =
                type.isResponse() ? responses.isResponse(interaction, value) : responses.isPattern(interaction, value);
        return right
                ? Optional.empty()
                : refused(ErrorCode.INCORRECT_TYPE, "not an answer to an interaction of type " + interaction);
    }

    private static String interactionType(DataElement element, String name, Said said) {
        String needs = element.needs();
        String type = needs == null ? null : said.value(ElementName.withIndicesOf(name, needs));
        return type == null ? "" : type;
    }

    /** What the other rows of the array forbid. */
    private Optional<Fault> faultOfRow(DataElement element, String name, String value, Said said) {
        String before = said.value(name);
        if (element.once() && before != null && !before.equals(value)) {
            return refused(ErrorCode.INVALID_ARGUMENT, "it stays as it was first set");
        }
        if (element.unique() && others(name, said).anyMatch(value::equals)) {
            return refused(ErrorCode.INVALID_ARGUMENT, "another row has it");
        }
        if (typeOf(element).isPattern()) {
            String type = interactionType(element, name, said);
            if (others(name, said).anyMatch(other -> Responses.isSamePattern(type, other, value))) {
                return refused(ErrorCode.INVALID_ARGUMENT, "another pattern says the same");
            }
        }
        return Optional.empty();
    }

    private static Stream<String> others(String name, Said said) {
        Map.Entry<String, Integer> row = ElementName.lastRow(name);
        String rest = name.substring((row.getKey() + "." + row.getValue()).length());
        return IntStream.range(0, said.count(row.getKey()))
                .filter(i -> i != row.getValue())
                .mapToObj(i -> said.value(row.getKey() + "." + i + rest))
                .flatMap(Stream::ofNullable);
    }

    private static Optional<Fault> refused(ErrorCode code, String why) {
        return Optional.of(new Fault(code, why));
    }
}
