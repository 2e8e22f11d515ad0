package se.metodporten.scorm.packaging;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Everything on the way that an author should know, said once; bounded, since beyond some hundred nobody reads. */
final class Findings {

    private static final int MOST = 200;

    private final List<Finding> all = new ArrayList<>();
    private final Set<Finding> said = new HashSet<>();

    List<Finding> all() {
        return List.copyOf(all);
    }

    /** Of the manifest as a whole. */
    void tell(Problem problem, Object... arguments) {
        tell(0, problem, arguments);
    }

    /** @param line of the manifest, from 1 */
    void tell(int line, Problem problem, Object... arguments) {
        add(Finding.ofManifest(line, problem, arguments));
    }

    void tell(XmlTree.Element element, Problem problem, Object... arguments) {
        tell(element.line(), problem, arguments);
    }

    void tellOfZip(Problem problem, Object... arguments) {
        add(Finding.ofZip(problem, Arrays.copyOf(arguments, arguments.length)));
    }

    void add(Finding finding) {
        boolean firstError = finding.isError() && all.stream().noneMatch(Finding::isError);
        if ((all.size() < MOST || firstError) && said.add(finding)) {
            all.add(finding);
        }
    }
}
