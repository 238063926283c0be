/* All that runs in the browser, by parts. */

import "./js/comparison/runs.mjs";
import "./js/comparison/table.mjs";
import "./js/export/code.mjs";
import "./js/export/dialog.mjs";
import "./js/export/printing.mjs";
import "./js/export/report.mjs";
import "./js/figures/cameras.mjs";
import "./js/figures/described.mjs";
import "./js/figures/handles.mjs";
import "./js/figures/numbers_dialog.mjs";
import "./js/figures/sizes.mjs";
import "./js/figures/stage.mjs";
import "./js/run/readouts.mjs";
import "./js/run/tables.mjs";
import "./js/run/transport.mjs";
import "./js/settings/presets.mjs";
import "./js/settings/undo.mjs";
import "./js/settings/value_fields.mjs";
import "./js/shell/dialogs.mjs";
import "./js/shell/drawer.mjs";
import "./js/shell/groups.mjs";
import "./js/shell/menus.mjs";
import "./js/shell/navigation.mjs";
import "./js/shell/numbers.mjs";
import "./js/shell/place.mjs";
import "./js/shell/projector.mjs";
import "./js/shell/roving.mjs";
import "./js/shell/share.mjs";
import "./js/shell/shortcuts.mjs";
import "./js/shell/strip.mjs";
import "./js/shell/swipes.mjs";
import "./js/shell/tooltips.mjs";
import "./js/testing.mjs";
import "./js/theme/theme.mjs";
import "./js/user_data/dialog.mjs";

export { collect } from "./js/page.mjs";
