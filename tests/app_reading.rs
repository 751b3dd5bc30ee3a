//! Going about in a text, through `update` alone: headings to jump to, links to follow.

mod app_driver;

use std::sync::Arc;

use app_driver::Driver;
use crossterm::event::KeyCode;
use netdojo::app::links::{Target, links};
use netdojo::app::{Effect, List, Overlay};

/// The first lesson that has links, opened, with the built-in glossary.
fn linked() -> Driver {
    let mut driver = Driver::in_lesson();
    assert!(!links(&driver.model, None).is_empty(), "the lesson links to the glossary");
    driver.model.prompt.take();
    driver
}

fn titles(driver: &Driver) -> Vec<String> {
    let lesson = &driver.model.course.lessons[driver.lesson().lesson];
    let prose = lesson.prose_in(&driver.model.lang).expect("its text");
    prose.steps.iter().map(|step| step.title.clone()).collect()
}

#[test]
fn every_step_is_reached_by_number_title_and_id() {
    let mut driver = Driver::in_lesson();
    for (index, title) in titles(&driver).into_iter().enumerate() {
        let id = driver.model.course.lessons[0].steps[index].id.clone();
        for typed in [(index + 1).to_string(), title, id] {
            driver.line("/goto 1");
            driver.line(&format!("/goto {typed}"));
            assert_eq!(driver.lesson().step, index, "{typed}");
        }
    }
    driver.line("/goto 99");
    assert_eq!(driver.notice(), Some("app-no-such-step"));
}

#[test]
fn what_a_command_has_no_use_for_is_said_and_not_passed_over() {
    let mut driver = Driver::in_lesson();
    driver.line("/next 3");
    assert_eq!((driver.lesson().step, driver.notice()), (0, Some("app-no-argument")));
    driver.line("/next");
    assert_eq!(driver.lesson().step, 1);
}

#[test]
fn tab_offers_the_titles_and_enter_goes_there() {
    let mut driver = Driver::in_lesson();
    driver.type_text("/goto ");
    let offered = driver.model.prompt.completion.clone().unwrap();
    assert_eq!(
        offered.candidates.iter().map(|candidate| candidate.text.clone()).collect::<Vec<_>>(),
        titles(&driver)
    );
    driver.press(KeyCode::Tab);
    driver.press(KeyCode::Tab);
    driver.press(KeyCode::Tab);
    driver.enter();
    assert!(driver.lesson().step > 0 && driver.model.prompt.text.is_empty());
}

#[test]
fn the_list_of_steps_is_gone_through() {
    let mut driver = Driver::in_lesson();
    driver.line("/goto");
    assert_eq!(driver.model.overlay, Some(Overlay::List { of: List::Steps, selected: 0 }));
    driver.press(KeyCode::Up);
    driver.press(KeyCode::Down);
    driver.press(KeyCode::Down);
    driver.enter();
    assert_eq!((driver.lesson().step, driver.model.overlay.is_none()), (1, true));
    driver.line("/goto");
    driver.press(KeyCode::Char('１'));
    assert_eq!(driver.lesson().step, 0, "a full-width digit chooses as well");
}

#[test]
fn a_link_leads_to_the_word_and_from_there_to_others() {
    let mut driver = linked();
    driver.line("/links");
    let first = links(&driver.model, None).remove(0);
    driver.enter();
    let Target::Word(id) = first.target else { panic!("a word") };
    assert_eq!(driver.model.overlay, Some(Overlay::Word { id: Some(id.clone()), scroll: 0 }));
    let further = links(&driver.model, Some(&id));
    assert!(further.iter().all(|link| link.target != Target::Word(id.clone())));
    driver.press(KeyCode::Tab);
    let listed = matches!(driver.model.overlay, Some(Overlay::List { of: List::Links(Some(_)), .. }));
    assert_eq!(listed, !further.is_empty());
}

#[test]
fn an_address_elsewhere_is_copied_and_one_here_is_opened() {
    let mut driver = Driver::in_lesson();
    let course = Arc::make_mut(&mut driver.model.course);
    let prose = course.lessons[0].prose.get_mut(&driver.model.lang).unwrap();
    let link = |url: &str| netdojo::lesson::Inline::Text {
        text: url.to_owned(),
        style: netdojo::lesson::Style::default(),
        link: Some(url.to_owned()),
    };
    let urls = ["https://docs.docker.com/", "http://localhost:10080/"];
    prose.intro = vec![netdojo::lesson::Block::Paragraph(urls.map(link).to_vec())];
    driver.line("/links");
    driver.enter();
    assert_eq!(driver.effects, [Effect::Copy(urls[0].to_owned())]);
    driver.line("/links");
    driver.press(KeyCode::Char('2'));
    assert_eq!(driver.run(), Some("open http://localhost:10080/"));
}
