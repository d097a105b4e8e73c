/* messages.h - the program speaks English or Chinese.
 *
 * Sources hold the English words; base/messages.def has the Chinese ones
 * beside them, found by the English.  jb_error and its like look their format
 * up by themselves.  Words that are put together elsewhere ask jb_tr(), and
 * words in a table are marked with JB_TR(), so that a test can find them.
 *
 * The language belongs to the process, like a locale: who reads the messages
 * is no matter of the document, and no page holds a word from here.
 */
#ifndef JB_BASE_MESSAGES_H
#define JB_BASE_MESSAGES_H

#include <stdbool.h>

typedef enum { JB_ENGLISH, JB_CHINESE } jb_tongue;

/* Before the first message; English at first. */
void jb_messages_speak(jb_tongue tongue);
jb_tongue jb_messages_tongue(void);

/* The language of a tag or locale: zh, zh-CN, zh_CN.UTF-8, en…; false for
 * another one. */
bool jb_messages_parse(const char *name, jb_tongue *tongue);

/* What the environment asks for: LC_ALL, LC_MESSAGES or LANG, the first that
 * is set; English unless that is Chinese. */
jb_tongue jb_messages_locale(void);

/* The words in the language spoken; themselves when nobody translated them.
 * A format stays one: its values may only change places (%2$s). */
const char *jb_tr(const char *english) __attribute__((format_arg(1)));

/* Marks words that are looked up later. */
#define JB_TR(english) english

/* For the tests: the rows of the table; NULL past the last one. */
const char *jb_messages_row(unsigned i, const char **chinese);

#endif
