/* All that runs in the browser on the pages that are no lessons: the front door and the glossary. */

import "./js/front/ahead.mjs";
import "./js/front/named_place.mjs";
import "./js/front/picture.mjs";
import "./js/front/remembered.mjs";
import "./js/shell/dialogs.mjs";
import "./js/shell/menus.mjs";
import "./js/shell/search.mjs";
import "./js/theme/theme.mjs";
