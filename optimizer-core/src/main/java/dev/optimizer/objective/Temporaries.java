package dev.optimizer.objective;

import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.memory.MemoryWorkspaceManager;
import org.nd4j.linalg.api.memory.conf.WorkspaceConfiguration;
import org.nd4j.linalg.api.memory.enums.AllocationPolicy;
import org.nd4j.linalg.api.memory.enums.LearningPolicy;
import org.nd4j.linalg.api.memory.enums.SpillPolicy;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Memory for arrays that live no longer than one evaluation: an ND4J workspace, one per thread, whose memory is used over
 * and over.
 *
 * <p>Without it every array waits for the collector, which does not see how much memory off the heap it would free: a
 * thousand arrays of a million entries are enough for the operating system to kill the program.
 */
final class Temporaries {
    private static final String NAME = "dev.optimizer.objective";

    /** Learns its size from the first evaluation, and takes a larger block once when a later one needs more. */
    private static final WorkspaceConfiguration CONFIGURATION = WorkspaceConfiguration.builder()
            .initialSize(0)
            .policyLearning(LearningPolicy.FIRST_LOOP)
            .policyAllocation(AllocationPolicy.STRICT)
            .policySpill(SpillPolicy.REALLOCATE)
            .build();

    private Temporaries() {}

    /**
     * Takes all arrays made by this thread into the workspace until it is closed, and then takes their memory back. An
     * objective that evaluates another has a workspace of its own, for entering one twice would free the arrays in it.
     */
    static MemoryWorkspace open() {
        MemoryWorkspaceManager manager = Nd4j.getWorkspaceManager();
        String name = NAME;
        while (manager.checkIfWorkspaceExistsAndActive(name)) {
            name += ".inner";
        }
        return manager.getAndActivateWorkspace(CONFIGURATION, name);
    }
}
