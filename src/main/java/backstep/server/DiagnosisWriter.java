package backstep.server;

import backstep.server.DiagnosisAnswer.FindingAnswer;
import backstep.server.DiagnosisAnswer.RemedyAnswer;
import backstep.training.diagnosis.Diagnosis;
import backstep.training.diagnosis.Finding;
import backstep.training.diagnosis.Remedy;
import java.util.Optional;
import java.util.function.Function;

/** Writes what ails a run as an answer. */
final class DiagnosisWriter {

    private final LiveRun live;
    private final int k;
    private final RemedyDocument documents;

    /** @param k how many updates are done at the moment that is looked at */
    DiagnosisWriter(LiveRun live, int k) {
        this.live = live;
        this.k = k;
        documents = new RemedyDocument(live, k);
    }

    DiagnosisAnswer write() {
        Diagnosis diagnosis = Diagnosis.of(Engines::forShowing, live.look(Function.identity()), k);
        return new DiagnosisAnswer(
                k,
                diagnosis.verdict(),
                diagnosis.findings().stream().map(this::finding).toList());
    }

    private FindingAnswer finding(Finding finding) {
        return new FindingAnswer(
                finding.illness().topic().spelling(),
                finding.illness().spelling(),
                finding.sign(),
                finding.remedies().stream()
                        .map(this::remedy)
                        .flatMap(Optional::stream)
                        .toList());
    }

    private Optional<RemedyAnswer> remedy(Remedy remedy) {
        return documents
                .changes(remedy)
                .map(changes -> new RemedyAnswer(
                        remedy.change().spelling(),
                        remedy.change().title(),
                        remedy.why(),
                        remedy.where().spelling(),
                        changes));
    }
}
