package backstep.server;

import org.jspecify.annotations.Nullable;

/**
 * What a watcher of a run says.
 *
 * @param show which moment it wants to see; as before where it is left out
 * @param grid how many points a side has in the map of the output
 * @param unitGrid and in the map of a unit
 * @param ready whether it can take another frame
 */
record WatchRequest(
        @Nullable Shown show,
        @Nullable Integer grid,
        @Nullable Integer unitGrid,
        @Nullable Boolean ready) {

    static final int LARGEST_GRID = 200;

    /** @throws InvalidRequest where a number is out of its range */
    WatchRequest {
        if (grid != null) {
            Within.of("/grid", grid, 2, LARGEST_GRID, grid);
        }
        if (unitGrid != null) {
            Within.of("/unitGrid", unitGrid, 2, LARGEST_GRID, unitGrid);
        }
    }
}
